#include "desk/html.h"

#include <string.h>

// Sizes that count for what fits on the page are written by whoever counts them; here is
// what does not change a height. The page is a little lower than the paper, as rounding may
// otherwise make a second one.
static const char head[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"nl\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n"
    "<title>";
static const char style[] =
    "</title>\n"
    "<style>\n"
    "@page { size: A4 portrait; margin: 0 }\n"
    "* { box-sizing: border-box; margin: 0; padding: 0 }\n"
    "html { -webkit-print-color-adjust: exact; print-color-adjust: exact }\n"
    "body { background: #fff; color: #13202a; font-family: \"Open Sans\", \"Segoe UI\", "
    "Carlito, Calibri, Arial, \"Liberation Sans\", sans-serif }\n"
    ".page { width: 210mm; height: 296mm; padding: 12mm; overflow: hidden; position: "
    "relative; page-break-inside: avoid }\n"
    ".row { display: flex; overflow: hidden }\n"
    ".cell { flex: none; padding-right: 2mm; overflow: hidden }\n"
    ".line { white-space: pre; overflow: hidden }\n"
    ".bold { font-weight: 600 }\n"
    ".soft { color: #4b5863 }\n"
    ".sign { display: block; width: 3.4mm; height: 3.4mm; margin: .2mm 0 0 .1mm }\n"
    ".rule { border-bottom: .3mm solid #13202a }\n"
    ".thin { border-bottom: .1mm solid #b9c4cc }\n"
    ".box { border: .4mm solid #13202a; border-radius: .8mm; padding: 0 1.6mm; "
    "font-weight: 600; letter-spacing: .3mm }\n"
    ".foot { position: absolute; left: 12mm; bottom: 7mm; width: 186mm; font-size: 7pt; "
    "line-height: 3.4mm; color: #4b5863 }\n"
    "@media screen { body { background: #ebeeed } .page { margin: 6mm auto; background: "
    "#fff } }\n"
    "</style>\n"
    "</head>\n"
    "<body>\n"
    "<div class=\"page\">\n";

void html_part(FILE *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        switch (text[i]) {
        case '&': fputs("&amp;", out); break;
        case '<': fputs("&lt;", out); break;
        case '>': fputs("&gt;", out); break;
        case '"': fputs("&quot;", out); break;
        case '\'': fputs("&#39;", out); break;
        default: fputc((unsigned char)text[i] < ' ' ? ' ' : text[i], out); break;
        }
    }
}

void html_text(FILE *out, const char *text)
{
    html_part(out, text, strlen(text));
}

void html_begin(FILE *out, const char *title)
{
    fputs(head, out);
    html_text(out, title);
    fputs(style, out);
}

void html_end(FILE *out)
{
    fputs("</div>\n</body>\n</html>\n", out);
}
