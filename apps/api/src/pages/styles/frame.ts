/** Type, headings, head and foot of every server-written page. */
export const frameStyles = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{
  margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;
  background:var(--rt-surface);color:var(--rt-text);
  font:400 1.125rem/1.55 var(--rt-font);text-wrap:pretty;overflow-wrap:break-word;hyphens:manual;
  -webkit-font-smoothing:antialiased;
}
h1,h2,h3,h4{line-height:1.2;font-weight:650;letter-spacing:-.01em;text-wrap:balance;margin:0 0 .75rem}
h1{font-size:clamp(1.5rem,1.05rem + 2.6vw,2.5rem);margin-bottom:1rem;hyphens:auto}
h2{font-size:1.5rem;margin-top:2.5rem}
h3{font-size:1.25rem;margin-top:2rem}
h4{font-size:1.125rem;margin-top:1.5rem}
p,ul,ol,dl,figure,blockquote{margin:0 0 1.25rem}
ul,ol{padding-left:1.35rem}
li{margin-bottom:.35rem}
li::marker{color:var(--rt-text-quiet)}
strong{font-weight:650}
a{color:var(--rt-accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{color:var(--rt-accent-strong);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--rt-accent);outline-offset:3px;border-radius:4px}
hr{border:0;border-top:1px solid var(--rt-line);margin:2.5rem 0}
svg{display:block;max-width:100%;height:auto}
.skip{
  position:absolute;left:1rem;top:-6rem;padding:.75rem 1.25rem;z-index:2;
  background:var(--rt-accent);color:var(--rt-on-accent);border-radius:0 0 var(--rt-radius) var(--rt-radius);
}
.skip:focus{top:0;color:var(--rt-on-accent)}
.hidden{
  position:absolute;width:1px;height:1px;margin:-1px;padding:0;border:0;overflow:hidden;
  clip-path:inset(50%);white-space:nowrap;
}
.wrap{width:100%;max-width:60rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2rem)}
main :is(p,h1,h2,.field,.facts,.card,.banner,.error-summary,.link-list){max-width:46rem}
main :is(.filters .field,.urgent,.pair .card){max-width:none}
.simple main{font-size:1.375rem;line-height:1.65}
.simple li{margin-bottom:.75rem}
.site-head{background:var(--rt-surface-raised);border-bottom:1px solid var(--rt-line)}
.site-head::before{content:"";display:block;height:4px;background:var(--rt-accent)}
.site-head .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.5rem;padding-block:.8rem}
.site-head nav:last-child{margin-left:auto}
@media (max-width:32rem){.site-head .wrap{row-gap:0}.site-head nav:last-child{margin-left:0}}
.brand{
  display:flex;align-items:center;gap:.8rem;min-height:2.75rem;margin-right:auto;
  color:var(--rt-text);text-decoration:none;line-height:1.2;
}
.brand:hover{color:var(--rt-accent)}
.brand img{display:block;height:2.75rem;width:auto;max-width:11rem;object-fit:contain}
.brand svg{flex:none;width:2.4rem;height:2.4rem}
.brand b{display:block;font-weight:650}
.brand span span{display:block;font-size:.9375rem;color:var(--rt-text-quiet)}
.brand-table{fill:var(--rt-accent)}
.brand-seat{fill:var(--rt-accent)}
.brand-seat-first{fill:var(--rt-seat)}
.languages,.site-links,.tags{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:0;padding:0;list-style:none;font-size:1rem}
.languages li,.site-links li,.tags li{margin:0}
.site-links a{font-size:1.125rem;font-weight:600;text-decoration:none;border-bottom:3px solid transparent}
.site-links a:hover{border-color:var(--rt-line-strong)}
.site-links a[aria-current]{color:var(--rt-text);border-color:var(--rt-accent)}
.leave{
  position:fixed;right:1rem;bottom:1rem;z-index:3;padding:.75rem 1.25rem;border-radius:var(--rt-radius);
  background:var(--rt-negative);color:var(--rt-on-negative);font-weight:650;text-decoration:none;
  border:2px solid var(--rt-surface-raised);
}
html:has(.leave){scroll-padding-bottom:5.5rem}
body:has(.leave) .site-foot{padding-bottom:4.5rem}
@media (max-height:30rem){
  .leave{position:static;align-self:end}
  html:has(.leave){scroll-padding-bottom:0}
  body:has(.leave) .site-foot{padding-bottom:0}
}
.leave:hover{color:var(--rt-on-negative);text-decoration:underline}
.languages a,.site-links a,.site-foot a{display:inline-block;padding-block:.5rem}
main{flex:1 0 auto;padding-block:clamp(1.75rem,4vw,3.25rem) 4rem}
main:focus{outline:none}
main .wrap>:last-child{margin-bottom:0}
.site-foot{background:var(--rt-surface-sunken);border-top:1px solid var(--rt-line);font-size:1rem}
.site-foot .wrap{display:flex;flex-wrap:wrap;gap:.25rem 2rem;padding-block:1.1rem 1.5rem}
.site-foot p{margin:0 auto 0 0;padding-block:.5rem;color:var(--rt-text-quiet)}
.site-foot ul{display:flex;flex-wrap:wrap;gap:0 1.5rem;margin:0;padding:0;list-style:none}
.site-foot li{margin:0}
.site-foot a{color:var(--rt-text-quiet)}
.site-foot a:hover{color:var(--rt-text)}
`;
