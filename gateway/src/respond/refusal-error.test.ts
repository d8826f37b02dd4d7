import { ApolloServer } from "@apollo/server";
import { RefusedOperation, type RefusalCode } from "../plan/refused-operation.ts";
import { refusalError } from "./refusal-error.ts";

/** What a client gets of an operation that is refused with a code. */
async function answerTo(code: RefusalCode) {
  const apollo = new ApolloServer({
    typeDefs: "type Query { me: Int }",
    resolvers: {
      Query: {
        me() {
          throw refusalError(new RefusedOperation(code, "words"));
        },
      },
    },
  });
  const { http, body } = await apollo.executeOperation({ query: "{ me }" });
  await apollo.stop();
  return { status: http.status, retryAfter: http.headers.get("retry-after"), text: JSON.stringify(body) };
}

it.each<[RefusalCode, number, string | undefined]>([
  ["OVERLOADED", 503, "1"],
  ["UNPLANNABLE_OPERATION", 400, undefined],
  ["UNSUPPORTED_OPERATION", 400, undefined],
  ["BAD_USER_INPUT", 200, undefined],
])("an operation refused with %s is answered with status %i", async (code, status, retryAfter) => {
  const answer = await answerTo(code);
  expect(answer).toMatchObject({ status, retryAfter });
  expect(answer.text).toContain(`"code":"${code}"`);
  expect(answer.text).not.toContain('"http":{');
});
