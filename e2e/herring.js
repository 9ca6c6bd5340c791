// A few invented articles on another subject, as a teacher may have them: each
// in the manner of another outlet.
export const ARTICLES = {
  'northern-post.txt': `The Northern Post

Ministers agree on herring quota in Reykjavik

By Anna Writer

12 March 2019

REYKJAVIK - Fisheries ministers agreed on a herring quota for the northern waters on Tuesday after a night of talks.

"We have given more than we wanted," said Jon Haldorsen, the Norwegian minister. "But the herring quota is fair."

Environmental groups rejected the quota. They said that the stock had shrunk by a third in ten years.

The ministers will meet again in Bergen in October to speak about cod.

Subscribe to our newsletter
`,
  'harbour-times.txt': `Harbour Times

Skippers angry at new herring limits

13 March 2019

TORSHAVN - Skippers in the harbour called the new limits on herring a disaster for small boats.

"Nobody asked us," said Maria Olsen, who has fished for herring for thirty years. "The ministers count fish on paper."

The Faroese government said that it would help owners of small boats with loans.

A meeting of skippers is to be held on Friday.
`,
  'sea-review.html': `<!doctype html><html><head><title>Cod next: what the Bergen talks must settle - Sea Review</title>
<meta property="og:site_name" content="Sea Review"><meta property="article:published_time" content="2019-03-20T09:00:00Z"><meta name="author" content="Per Lund"></head>
<body><nav><a href="/">Home</a> <a href="/fish">Fish</a></nav><article><h1>Cod next: what the Bergen talks must settle</h1>
<p>The herring quota of last week was the easy part, and the talks on cod in Bergen will be far harder for every side.</p>
<p>“Cod is the fish that people eat,” said Jon Haldorsen, the Norwegian minister, in an interview on Monday.</p>
<p>Scientists want the cod catch to be halved; the industry wants it to stay as it is, and neither has given way.</p></article>
<script>document.title = 'taken over'; fetch('https://tracker.example/');</script><footer>Cookies</footer></body></html>`,
};
