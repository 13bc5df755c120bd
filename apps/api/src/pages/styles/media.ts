/** Forced colours and paper. */
export const mediaStyles = `
@media (forced-colors:active){
  .button,.answer,.card,.banner,.error-summary{border:2px solid ButtonText}
  .site-links a{border-color:Canvas}
  .site-links a[aria-current]{border-color:Highlight}
  .answer.chosen{outline:4px solid Highlight;outline-offset:2px}
  .site-head::before{background:CanvasText}
  .rt-scene{forced-color-adjust:none}
  .rt-scene .rt-tone-text,.rt-scene .rt-tone-quiet{fill:CanvasText}
  .rt-scene .rt-stroke-open,.rt-scene .rt-stroke-line{stroke:CanvasText}
  .brand-table,.brand-seat,.brand-seat-first{fill:CanvasText}
}
@media print{
  @page{size:A4;margin:20mm 20mm 22mm 25mm}
  body{display:block;min-height:0;font-size:11pt;background:#fff}
  .skip,.leave,.back,.languages,nav,.site-foot ul,.buttons,.answers,form,summary,.on-screen{display:none!important}
  .site-head,.site-foot{background:none;border:0}
  .site-head::before{display:none}
  .wrap{max-width:none;padding:0}
  main{padding-block:1rem}
  h1{font-size:20pt}h2{font-size:14pt}h3{font-size:12pt}
  h1,h2,h3,h4,caption{break-after:avoid}
  tr,figure,.card,.facts>div,.offers>li{break-inside:avoid}
  thead{display:table-header-group}
  .table{overflow:visible}
  .card{border:0;padding:0}
  main a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;word-break:break-all}
}
`;
