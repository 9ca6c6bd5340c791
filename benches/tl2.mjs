import { launch, median, serve, visit } from "./visitor.mjs";
const [rounds,slow,...d]=process.argv.slice(2);
const b=await launch(); const hosts=[]; for(const x of d) hosts.push(await serve(x));
const all=d.map(()=>[]);
for(let i=0;i<+rounds;i++) for(const [k,h] of hosts.entries()){
 const p=await visit(b,h.address,+slow);
 await p.waitForTimeout(800);
 const r=await p.evaluate(async()=>{const o={};const n=performance.getEntriesByType('navigation')[0];o.html0=n.responseStart;o.html1=n.responseEnd;o.dcl=n.domContentLoadedEventEnd;for(const e of performance.getEntriesByType('resource')){const m=e.name.split('/').pop().replace(/-[0-9a-f]+/,'');o[m+'S']=e.startTime;o[m+'0']=e.responseStart;o[m+'E']=e.responseEnd;}const f=performance.getEntriesByType('paint');for(const e of f)o[e.name]=e.startTime;o.usable=usableAt;
 await new Promise(d=>{new PerformanceObserver(l=>{for(const e of l.getEntries()){o.lcp=e.startTime;o.lcpEl=e.element?.tagName}d();}).observe({type:'largest-contentful-paint',buffered:true})});
 const w=performance.getEntriesByType('resource').find(e=>/summitry-.*wasm/.test(e.name)).name; const bytes=await (await fetch(w)).arrayBuffer(); let t=performance.now(); await WebAssembly.compile(bytes); o.compile=performance.now()-t; t=performance.now(); await crypto.subtle.digest('SHA-256',bytes); o.digest=performance.now()-t; t=performance.now(); await WebAssembly.compileStreaming(fetch(w)); o.stream=performance.now()-t; t=performance.now(); await (await fetch(w)).arrayBuffer(); o.fetch=performance.now()-t;
 return o;});
 all[k].push(r); await p.context().close();
}
for(const [k,a] of all.entries()){console.log(d[k]);const keys=Object.keys(a[0]);console.log(keys.map(x=>x+' '+(typeof a[0][x]=='string'?a[0][x]:Math.round(median(a.map(r=>r[x]??NaN))))).join(', '));}
await b.close(); hosts.forEach(({server})=>server.close());
