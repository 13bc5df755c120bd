/** Forms with targets a thumb hits, the three answers of an invitation, and those to each date of a poll. */
export const formStyles = `
form{margin:0}
.button{
  display:inline-flex;align-items:center;justify-content:center;gap:.6rem;min-height:3.25rem;padding:.7rem 1.6rem;
  border:2px solid var(--rt-accent);border-radius:var(--rt-radius);background:var(--rt-accent);color:var(--rt-on-accent);
  font:inherit;font-weight:650;line-height:1.25;text-decoration:none;text-align:center;cursor:pointer;
}
.button:hover{background:var(--rt-accent-strong);border-color:var(--rt-accent-strong);color:var(--rt-on-accent)}
.button.quiet{background:transparent;color:var(--rt-accent)}
.button.quiet:hover{background:var(--rt-accent-soft);color:var(--rt-accent-strong)}
.button.negative{background:var(--rt-negative);border-color:var(--rt-negative);color:var(--rt-on-negative)}
.button svg{width:1.4rem;height:1.4rem;flex:none}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:center;margin:1.75rem 0 1.25rem}
.field{margin:0 0 1.6rem;padding:0;border:0;min-width:0}
.field>label,.field>legend{display:block;font-weight:650;padding:0;margin-bottom:.2rem}
.field .optional{font-weight:400;color:var(--rt-text-quiet)}
.hint{margin:0 0 .45rem;font-size:1rem;color:var(--rt-text-quiet)}
.error{margin:0 0 .45rem;font-weight:600;color:var(--rt-negative)}
.field.wrong{border-left:5px solid var(--rt-negative);padding-left:1rem}
input:not([type=radio],[type=checkbox],[type=hidden]),textarea,select{
  display:block;width:100%;min-height:3.25rem;padding:.65rem .85rem;
  background:var(--rt-surface-raised);color:var(--rt-text);font:inherit;line-height:1.4;
  border:1px solid var(--rt-line-strong);border-radius:var(--rt-radius-small);
}
textarea{min-height:7.5rem;resize:vertical}
input.short{max-width:11rem}
input:focus-visible,textarea:focus-visible,select:focus-visible{outline-offset:0;border-color:var(--rt-accent)}
.wrong input,.wrong textarea,.wrong select{border:2px solid var(--rt-negative)}
.choice{position:relative;display:flex;align-items:flex-start;gap:.85rem;padding:.55rem 0;min-height:3rem}
.choice input{flex:none;width:1.6rem;height:1.6rem;margin:.1rem 0 0;accent-color:var(--rt-accent)}
.choice label{flex:1;padding:.1rem 0;cursor:pointer}
.choice+.field,.choice+.buttons{margin-top:1.4rem}
.choice small{display:block;font-size:1rem;color:var(--rt-text-quiet)}
.error-summary{
  border:3px solid var(--rt-negative);border-radius:var(--rt-radius);background:var(--rt-surface-raised);
  padding:1.1rem 1.4rem;margin-bottom:2rem;
}
.error-summary h2{font-size:1.25rem;margin:0 0 .5rem}
.error-summary ul{list-style:none;padding:0;margin:0}
.error-summary a{display:inline-block;padding:.2rem 0;color:var(--rt-negative);font-weight:600}
.answers{display:grid;gap:.85rem;margin:0 0 2rem;padding:0;border:0}
.answers>legend{font-size:1.375rem;font-weight:650;line-height:1.25;padding:0;margin-bottom:.85rem}
.answer,.vote-choice{--tone:var(--rt-positive);--soft:var(--rt-positive-soft)}
.answer{
  display:flex;align-items:center;gap:1.1rem;min-height:5.25rem;width:100%;padding:1rem 1.25rem;
  background:var(--soft);color:var(--rt-text);border:2px solid var(--tone);border-radius:14px;
  font:inherit;text-align:left;cursor:pointer;
}
.answer.warning,.vote-choice.warning{--tone:var(--rt-warning);--soft:var(--rt-warning-soft)}
.answer.negative,.vote-choice.negative{--tone:var(--rt-negative);--soft:var(--rt-negative-soft)}
.answer svg{flex:none;width:2.5rem;height:2.5rem;color:var(--tone)}
.answer b{display:block;font-size:1.375rem;font-weight:650;line-height:1.2}
.answer small{display:block;font-size:1rem;margin-top:.15rem}
.answer:hover,.answer.chosen{box-shadow:0 0 0 2px var(--tone)}
.answer:active{transform:translateY(1px)}
.answers.answered .answer:not(.chosen){background:var(--rt-surface-raised);border-color:var(--rt-line-strong)}
.vote{margin:0 0 .85rem;padding:.9rem 1rem 1rem;border:1px solid var(--rt-line-strong);border-radius:var(--rt-radius);background:var(--rt-surface-raised)}
.vote>legend{float:left;width:100%;padding:0;margin-bottom:.6rem;line-height:1.3}
.vote>legend b{display:block;font-weight:650}
.vote>legend+*{clear:both}
.vote.wrong{border:2px solid var(--rt-negative)}
.vote-choices{display:grid;grid-template-columns:repeat(3,1fr);gap:.5rem}
.vote-choice{position:relative;display:block}
.vote-choice input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.vote-choice label{
  display:flex;align-items:center;justify-content:center;min-height:3.25rem;padding:.3rem;
  border:2px solid var(--rt-line-strong);border-radius:var(--rt-radius-small);font-weight:600;text-align:center;
}
.vote-choice input:checked+label{border-color:var(--tone);background:var(--soft);box-shadow:inset 0 0 0 1px var(--tone)}
.vote-choice input:checked+label::before{content:'✓';margin-right:.4rem;color:var(--tone)}
.vote-choice input:hover+label{border-color:var(--tone)}
.vote-choice input:focus-visible+label{outline:3px solid var(--rt-accent);outline-offset:2px}
.vote+.field{margin-top:1.6rem}
.all-yes{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin:0 0 1.1rem}
.all-yes .hint{margin:0}
.points-left{
  position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 1rem;
  padding:.7rem 1rem;margin:0 0 1rem;background:var(--rt-accent-soft);border:1px solid var(--rt-accent);border-radius:var(--rt-radius);
}
.points-left strong{font-size:1.25rem}
.points-left span{font-size:1rem}
.points-rows{list-style:none;padding:0;margin:0;max-width:46rem}
.points-row{
  display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.6rem 1.25rem;margin:0 0 .75rem;padding:.9rem 1rem;
  background:var(--rt-surface-raised);border:1px solid var(--rt-line-strong);border-radius:var(--rt-radius);scroll-margin-top:5rem;
}
.points-row:target{border-color:var(--rt-accent);box-shadow:inset 0 0 0 1px var(--rt-accent)}
.points-row.wrong{border:2px solid var(--rt-negative)}
.points-row>label{flex:1 1 14rem;font-weight:650;line-height:1.3}
.points-row>.error{flex-basis:100%;order:1;margin:0}
.points-step{display:flex;gap:.5rem;margin-left:auto}
.points-step .button{width:3.5rem;padding:0;font-size:1.5rem}
.points-step .button:disabled{border-color:var(--rt-line-strong);color:var(--rt-text-quiet);background:none;cursor:default;opacity:.6}
.points-step input:not([type=radio]){width:4rem;text-align:center;font-size:1.25rem;font-variant-numeric:tabular-nums}
@media (min-width:46rem){
  .vote{display:flow-root}
  .vote>legend{width:calc(100% - 23rem);margin:0}
  .vote>legend+.vote-choices{clear:none}
  .vote-choices{width:22rem;margin-left:auto}
  .answers{grid-template-columns:repeat(3,1fr);gap:1rem}
  .answer{flex-direction:column;justify-content:center;gap:.6rem;min-height:9.5rem;text-align:center}
  .answer svg{width:3rem;height:3rem}
}
.search-line{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:flex-end;margin-bottom:1.75rem}
.search-line .field{flex:1 1 16rem}
.search-line .button{margin-bottom:1.6rem}
.filters{display:grid;gap:0 1.25rem}
.filters .field{margin-bottom:1.1rem}
.filters .buttons{margin:.4rem 0 0}
select{
  appearance:none;padding-right:2.6rem;background:var(--rt-surface-raised)
  conic-gradient(from -45deg at 50% 100%,currentColor 90deg,#0000 0) right 1rem center/.75rem .375rem no-repeat;
}
@media (min-width:46rem){
  .filters{grid-template-columns:repeat(3,1fr)}
  .filters .whole{grid-column:1/-1}
}
@media (prefers-reduced-motion:no-preference){
  .button,.answer{transition:background-color .12s,box-shadow .12s}
}
`;
