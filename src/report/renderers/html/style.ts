/** The only style sheet: readable on a telephone, where each row of a table becomes a card, and on paper. */
export const style = `
:root{--ink:#1a1a1f;--quiet:#61666e;--accent:#1f3b5e;--bad:#a61a1a;--doubt:#996100;--good:#1f6133;--rule:#b3b8bf;--header:#edf1f5}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1rem;color:var(--ink);font:16px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{font-size:1.6rem;color:var(--accent)}
h2{font-size:1.25rem;color:var(--accent);border-bottom:1px solid var(--accent);margin-top:2.5rem}
h3{font-size:1.05rem;margin-bottom:.3rem}
.marks,.bad{color:var(--bad)}.doubt{color:var(--doubt)}.good{color:var(--good)}.quiet{color:var(--quiet)}
.verdict{font-size:1.15rem;font-weight:700}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
th{background:var(--header)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.5rem 0}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
article{border-left:4px solid var(--doubt);padding-left:.8rem;margin:1.2rem 0}
article.bad{border-color:var(--bad);color:inherit}
nav ul{columns:2;padding-left:1.2rem}
a{color:var(--accent)}
@media (max-width:40rem){
 table,tbody,tr,td{display:block;width:100%}thead{display:none}
 tr{border:1px solid var(--rule);margin-bottom:.6rem}td{border:0;padding:.15rem .5rem}
 td::before{content:attr(data-label);display:block;color:var(--quiet);font-size:.8rem}
 dl{grid-template-columns:1fr}nav ul{columns:1}
}
@media print{nav{display:none}h2{break-after:avoid}tr,article{break-inside:avoid}}
`;
