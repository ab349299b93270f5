/** The look of the form's pages: the product's colours (client/src/app/tokens.css), within any site's page, from 320 px on. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --panel: #fff; --ink: #1b1f24; --soft: #5a6068; --line: #e4e0d8; --edge: #8d897f; --act: #0e6b4f; --on-act: #fff; --amber: #8a5a00; --amber-soft: #fbf0d9; --brick: #a3341f; --brick-soft: #f9e6e1; --link: #1f5aa8; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171b; --panel: #1c2026; --ink: #e9e7e1; --soft: #a4abb5; --line: #2d333b; --edge: #707985; --act: #43c59e; --on-act: #0c1a15; --amber: #e5b354; --amber-soft: #33290f; --brick: #f0907c; --brick-soft: #3a1f19; --link: #8fb8f0; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 24px 16px; background: var(--paper); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif; overflow-wrap: anywhere; }
body.embedded { padding: 0; background: transparent; }
main { max-width: 560px; margin: 0 auto; padding: 24px 20px; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; }
h1 { margin: 0 0 8px; font: 600 26px/1.25 'Source Serif 4', Georgia, serif; letter-spacing: -.01em; }
p { margin: 0 0 8px; }
.by { max-width: 560px; margin: 12px auto 0; color: var(--soft); font-size: 14px; text-align: center; }
.embedded .by { padding-bottom: 8px; }
form { display: grid; gap: 16px; margin-top: 20px; }
.field { display: grid; gap: 4px; border: 0; margin: 0; padding: 0; min-width: 0; }
label, legend { padding: 0; font-weight: 500; }
.mark { color: var(--brick); }
.hint { color: var(--soft); font-size: 14px; }
input:not([type=checkbox], [type=radio]), select { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 6px; background: var(--panel); color: inherit; font: inherit; }
input[type=checkbox], input[type=radio] { width: 20px; height: 20px; margin: 2px 0 0; flex: none; accent-color: var(--act); }
[aria-invalid=true]:not([type=checkbox], [type=radio]) { border-color: var(--brick); border-width: 2px; padding: 7px 11px; }
.choices { display: flex; flex-wrap: wrap; gap: 4px 24px; }
.choice, .consent { display: flex; gap: 10px; align-items: flex-start; font-weight: 400; min-height: 32px; padding: 4px 0; }
.consent { font-size: 14px; }
.paragraph { display: block; margin-bottom: 4px; }
.wrong { color: var(--brick); font-size: 14px; }
.wrong:empty { display: none; }
.summary { margin-top: 16px; padding: 12px 16px; border: 1px solid var(--brick); border-radius: 6px; background: var(--brick-soft); }
.summary ul { margin: 0; padding-left: 20px; }
.summary a { color: inherit; }
.offer { margin-top: 4px; padding: 12px; border-radius: 6px; background: var(--amber-soft); }
.offer div { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 4px; }
button { min-height: 44px; padding: 8px 20px; border: 1px solid var(--act); border-radius: 6px; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; cursor: pointer; }
button.second { background: transparent; color: inherit; border-color: var(--edge); font-weight: 400; }
button:disabled { opacity: .6; cursor: default; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.apart { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 420px) { body { padding: 0; } main { border-width: 0 0 1px; border-radius: 0; padding: 20px 16px; } form > button { width: 100%; } }
`;
