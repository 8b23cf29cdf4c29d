import "server-only";

/** The page's whole look, in the product's colours (app/globals.css). It needs no font and no script of anybody's. */
export const STYLE = `
:root{color-scheme:light dark;--paper:light-dark(#fbf6ec,#1b1412);--paper-2:light-dark(#f4ecdc,#241b18);--card:light-dark(#fffdf8,#221916);
--rule:light-dark(#e2d6c0,#3a2d28);--ink:light-dark(#2b1b17,#f6ecdf);--ink-2:light-dark(#5d4a41,#d2c1b1);--ink-3:light-dark(#6f5b50,#b09c8d);
--brand:light-dark(#9c1c31,#e8677a);--marigold-soft:light-dark(#fdeecb,#3d2f12);--marigold-ink:light-dark(#7a4a00,#f6d287);
--tulsi:light-dark(#24613a,#7fc796);--tulsi-soft:light-dark(#dfeee0,#1d3324);--indigo:light-dark(#2d4a7c,#9db7e6);--indigo-soft:light-dark(#e1e8f4,#1f2a40);
--alert-soft:light-dark(#f7e1df,#41201f);--sans:"Anek Latin",system-ui,sans-serif;--serif:"Tiro Devanagari",Georgia,"Times New Roman",serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-block:1.5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 var(--sans);overflow-wrap:break-word}
h1,h2,h3{font-family:var(--serif);font-weight:400;line-height:1.25;text-wrap:balance;margin:0}
h1{font-size:2.25rem}h2{font-size:1.75rem;margin:0 0 1rem}h3{font-size:1.3rem}
h4{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--ink-3);margin:1.5rem 0 .4rem;font-weight:600}
p{margin:.6rem 0;max-width:44rem}
a{color:inherit;text-decoration-thickness:1px;text-underline-offset:3px}a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
code{font:.875em/1.5 var(--mono)}
:not(pre)>code{background:var(--paper-2);border-radius:4px;padding:.1em .3em;overflow-wrap:anywhere}
pre{background:var(--paper-2);border:1px solid var(--rule);border-radius:10px;padding:.8rem 1rem;margin:.6rem 0;overflow-x:auto;max-width:100%}
pre code{white-space:pre;font-size:.8125rem}
.page{display:grid;grid-template-columns:minmax(0,1fr);max-width:84rem;margin-inline:auto;padding:1.5rem 1rem 4rem;gap:1.5rem}
.sub{color:var(--ink-2)}
nav summary{font-weight:600;padding:.65rem 1rem;min-height:2.75rem;cursor:pointer}
nav details{background:var(--card);border:1px solid var(--rule);border-radius:10px}
nav details>div{padding:0 1rem 1rem}
nav p{margin:1rem 0 .2rem;font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;color:var(--ink-3);font-weight:600}
nav ul{list-style:none;margin:0;padding:0}
nav li a{display:block;padding:.3rem 0;text-decoration:none;font-size:.9375rem;line-height:1.35}
nav li a:hover{text-decoration:underline}
main>section{margin-top:3rem}
article{background:var(--card);border:1px solid var(--rule);border-radius:14px;padding:1.25rem 1rem;margin-top:1.25rem}
.place{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:.4rem 0}
.place code{background:none;padding:0;font-size:.95rem}
.method{font:600 .75rem/1 var(--mono);padding:.35rem .5rem;border-radius:6px;background:var(--indigo-soft);color:var(--indigo)}
.method[data-method=POST]{background:var(--tulsi-soft);color:var(--tulsi)}
.method[data-method=PATCH]{background:var(--marigold-soft);color:var(--marigold-ink)}
.method[data-method=DELETE]{background:var(--alert-soft);color:var(--brand)}
.who{color:var(--ink-2);font-size:.9375rem}
.sides{display:grid;grid-template-columns:minmax(0,1fr);gap:0 2rem}
.members,.errors{margin:.3rem 0}
.members>div,.errors>div{border-top:1px solid var(--rule);padding:.5rem 0}
.members dt b{font-size:.75rem;font-weight:600;color:var(--brand);margin-left:.25rem}
.type{color:var(--ink-3);font-size:.875rem}
dd{margin:.1rem 0 0;font-size:.9375rem}
dd:empty{display:none}
.limits{color:var(--ink-3);font-size:.875rem;overflow-wrap:anywhere}
.errors>div{display:grid;grid-template-columns:3.25rem minmax(0,1fr);gap:.5rem;padding:.35rem 0}
.errors dd{font-size:.875rem;margin:0}.errors a{text-decoration:none}.errors a:hover{text-decoration:underline}
.codes>div{grid-template-columns:minmax(0,1fr);gap:.1rem}
.codes>div:target{background:var(--marigold-soft)}
.status{font:600 .8125rem/1.6 var(--mono);color:var(--ink-2)}
.ways{padding-left:1.25rem;margin:.3rem 0}.ways>li{padding-left:.25rem}.ways>li::marker{color:var(--ink-3)}
dd>details,.example details{margin:.4rem 0}
summary{cursor:pointer;color:var(--ink-2)}
details .members{border-left:2px solid var(--rule);padding-left:.8rem}
@media(min-width:64rem){
.page{grid-template-columns:16.5rem minmax(0,1fr);padding:2.5rem 2rem 6rem;gap:3rem}
nav{position:sticky;top:1.5rem;align-self:start;max-height:calc(100vh - 3rem);overflow-y:auto}
nav details{background:none;border:0}
@supports selector(::details-content){nav summary{display:none}nav details::details-content{content-visibility:visible;display:block}nav details>div{padding:0}}
article{padding:1.75rem 2rem}
}
@media(min-width:76rem){.sides{grid-template-columns:minmax(0,11fr) minmax(0,9fr)}}
@media(prefers-contrast:more){:root{--rule:var(--ink-3)}}
@media print{:root{color-scheme:light}nav{display:none}}
`;
