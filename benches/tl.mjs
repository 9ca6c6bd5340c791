import { FAST_3G, launch, median, serve, visit } from "./visitor.mjs";
const [rounds,...d]=process.argv.slice(2);
const b=await launch(); const hosts=[]; for(const x of d) hosts.push(await serve(x));
const all=d.map(()=>[]);
for(let i=0;i<+rounds;i++) for(const [k,h] of hosts.entries()){
 const p=await visit(b,h.address,4,FAST_3G);
 const r=await p.evaluate(()=>{const o={};const n=performance.getEntriesByType('navigation')[0];o.html0=n.responseStart;o.html1=n.responseEnd;for(const e of performance.getEntriesByType('resource')){const m=e.name.split('/').pop().replace(/-[0-9a-f]+/,'');o[m+'S']=e.startTime;o[m+'0']=e.responseStart;o[m+'E']=e.responseEnd;}const f=performance.getEntriesByType('paint');for(const e of f)o[e.name]=e.startTime;o.usable=usableAt;return o;});
 all[k].push(r); await p.context().close();
}
for(const [k,a] of all.entries()){console.log(d[k]);const keys=Object.keys(a[0]);console.log(keys.map(x=>x+' '+Math.round(median(a.map(r=>r[x]??NaN)))).join('\n'));}
await b.close(); hosts.forEach(({server})=>server.close());
