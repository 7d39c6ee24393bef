// Reads [{"what", "html"}, …] and writes {what: ["line:column rule: message", …]} for what the HTML standard forbids.
// The presets: `standard` is what the specification calls an error, `document` what a whole page needs. No rules of style.
import { readFileSync } from "node:fs";
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard", "html-validate:document"],
  // A fingerprint on each link is for files of somebody else; ours come from the same server as the page, and from no other.
  rules: { "require-sri": ["error", { target: "crossorigin" }] },
});
const wrong = {};
for (const { what, html } of JSON.parse(readFileSync(0, "utf8"))) {
  const report = await validator.validateString(html);
  const messages = report.results.flatMap((result) => result.messages);
  if (messages.length) {
    wrong[what] = messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`);
  }
}
console.log(JSON.stringify(wrong));
