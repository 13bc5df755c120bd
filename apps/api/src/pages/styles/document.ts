/** Blocks of a document: facts, tables, notes, quotations, drawings. */
export const documentStyles = `
.lead{font-size:1.25rem;line-height:1.45;color:var(--rt-text-quiet);margin-bottom:1.75rem}
.greeting{font-size:1.125rem;color:var(--rt-text-quiet);margin-bottom:.4rem}
p.quiet,.note{font-size:1rem;color:var(--rt-text-quiet)}
.card{
  background:var(--rt-surface-raised);border:1px solid var(--rt-line);border-radius:var(--rt-radius);
  padding:clamp(1.1rem,3.5vw,1.9rem);margin-bottom:1.75rem;
}
.card>:last-child{margin-bottom:0}
.card>h2:first-child,.card>h3:first-child{margin-top:0}
.facts{margin-bottom:1.75rem}
.facts>div{padding:.65rem 0;border-top:1px solid var(--rt-line)}
.facts>div:last-child{border-bottom:1px solid var(--rt-line)}
.card .facts>div:first-child{border-top:0;padding-top:0}
.card .facts>div:last-child{border-bottom:0;padding-bottom:0}
dt{font-size:1rem;color:var(--rt-text-quiet)}
dd{margin:0}
@media (min-width:34rem){
  .facts>div{display:grid;grid-template-columns:minmax(8rem,11rem) 1fr;gap:1.25rem;align-items:baseline}
}
.table{overflow-x:auto;margin:0 0 1.75rem}
table{border-collapse:collapse;width:100%;font-size:1.0625rem;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;font-weight:650;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.6rem 1rem .6rem 0;border-bottom:1px solid var(--rt-line)}
thead th{font-size:1rem;font-weight:600;color:var(--rt-text-quiet);border-bottom-color:var(--rt-line-strong);vertical-align:bottom}
tbody th{font-weight:600}
th.end,td.end{text-align:right}
th.center,td.center{text-align:center}
th:last-child,td:last-child{padding-right:0}
@media (max-width:30rem){
  th,td{padding-right:.6rem;overflow-wrap:anywhere;hyphens:auto}
  thead th,tbody th{overflow-wrap:normal}
}
figure{margin-bottom:1.75rem}
figcaption{font-size:1rem;color:var(--rt-text-quiet);margin-top:.6rem}
.quote{border-left:4px solid var(--rt-accent);padding-left:1.25rem}
.quote blockquote,.quote p{margin:0}
.quote blockquote{font-size:1.1875rem}
.quote p::before{content:"„"}
.quote p::after{content:"“"}
.quote figcaption{margin-top:.35rem}
.code{font-family:ui-monospace,Consolas,monospace;font-size:1.5rem;font-weight:650;letter-spacing:.03em;overflow-wrap:anywhere}
.pages{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;list-style:none;margin:2.5rem 0 0;padding:0}
.pages a{display:inline-block;padding:.35rem 0}
details{margin:.75rem 0 1.25rem}
summary{
  display:inline-block;padding:.55rem 0;color:var(--rt-accent);cursor:pointer;
  text-decoration:underline;text-underline-offset:.18em;text-decoration-thickness:1px;
}
summary::before{
  content:"";display:inline-block;width:.5em;height:.66em;margin-right:.6rem;
  background:currentColor;clip-path:polygon(0 0,100% 50%,0 100%);forced-color-adjust:none;
}
details[open]>summary::before{transform:rotate(90deg)}
.rt-tone-accent{fill:var(--rt-accent)}.rt-tone-positive{fill:var(--rt-positive)}
.rt-tone-warning{fill:#e3a72f}.rt-tone-negative{fill:var(--rt-negative)}
.rt-tone-open,.rt-tone-line{fill:var(--rt-line)}.rt-tone-text{fill:var(--rt-text)}
.rt-tone-quiet{fill:var(--rt-text-quiet)}.rt-tone-surface{fill:var(--rt-surface)}
.rt-stroke-open,.rt-stroke-line{stroke:var(--rt-line-strong)}.rt-stroke-accent{stroke:var(--rt-accent)}
.rt-stroke-text{stroke:var(--rt-text)}.rt-stroke-quiet{stroke:var(--rt-text-quiet)}
svg text{font-family:var(--rt-font)}
.banner{
  display:flex;gap:1rem;align-items:flex-start;padding:1.1rem clamp(1rem,3.5vw,1.5rem);margin-bottom:1.75rem;
  border-radius:var(--rt-radius);border:1px solid;border-left-width:6px;
}
.banner svg{flex:none;width:1.75rem;height:1.75rem;margin-top:.05rem}
.banner h2{font-size:1.25rem;margin:0 0 .2rem}
.banner p{margin:0}
.banner p+p{margin-top:.5rem}
.banner.positive{background:var(--rt-positive-soft);border-color:var(--rt-positive)}
.banner.warning{background:var(--rt-warning-soft);border-color:var(--rt-warning)}
.banner.negative{background:var(--rt-negative-soft);border-color:var(--rt-negative)}
.banner.neutral{background:var(--rt-accent-soft);border-color:var(--rt-accent)}
.banner.positive svg{color:var(--rt-positive)}.banner.warning svg{color:var(--rt-warning)}
.banner.negative svg{color:var(--rt-negative)}.banner.neutral svg{color:var(--rt-accent)}
.link-list{list-style:none;padding:0;border-top:1px solid var(--rt-line)}
.link-list li{margin:0;border-bottom:1px solid var(--rt-line)}
.link-list a{display:block;padding:.85rem 0;font-weight:600}
.offers{list-style:none;padding:0;display:grid;gap:1rem}
.offers>li{
  margin:0;background:var(--rt-surface-raised);border:1px solid var(--rt-line);border-radius:var(--rt-radius);
  padding:1.1rem clamp(1.1rem,3vw,1.5rem);
}
.offers h3{margin:0 0 .25rem;font-size:1.25rem}
.offers p{margin:0 0 .5rem}
.offers .about{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.tags{color:var(--rt-text-quiet)}
.back a::before{content:"← " / ""}
.urgent{border-left:6px solid var(--rt-negative)}
.urgent.now{background:var(--rt-negative-soft)}
.urgent h2{font-size:1.25rem}
.urgent ul,.topics,.pair{display:grid;gap:.5rem 1.5rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,18rem),1fr));list-style:none;margin:0;padding:0}
.urgent li{display:flex;gap:1rem;align-items:baseline}
.urgent li a{flex:none;width:8rem;font-weight:650}
.urgent small,.when{display:block;font-size:1rem;color:var(--rt-text-quiet)}
.topics+p{margin-top:1rem}
.pair{gap:1.75rem;margin-top:2.5rem}
.pair .card{margin:0}
.link-list small{display:inline-block;width:100%;font-size:1rem;font-weight:400;color:var(--rt-text-quiet)}
`;
