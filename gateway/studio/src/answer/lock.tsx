/** Stands for a value that was refused. */
export function Lock() {
  return (
    <svg className="lock" viewBox="0 0 12 14" width="10" height="12" aria-hidden="true">
      <path d="M2 6V4a4 4 0 0 1 8 0v2h1v8H1V6zm2 0h4V4a2 2 0 0 0-4 0z" fill="currentColor" />
    </svg>
  );
}
