package nuages.web.view;

import java.util.ArrayList;
import java.util.List;
import nuages.web.http.Html;

/** An exception and its causes as markup: the lines of the site's own sources around each frame, the others folded away. */
final class Traceback {
    private static final int BEFORE = 5;
    private static final int AFTER = 4;
    private static final int MOST_CAUSES = 10;
    private static final int MOST_FRAMES = 200;
    private static final int MOST_EXCERPTS = 25;

    private final SourceFolders sources;
    private final StringBuilder html;
    private int excerpts;

    Traceback(SourceFolders sources, StringBuilder html) {
        this.sources = sources;
        this.html = html;
    }

    void write(Throwable failure) {
        Throwable each = failure;
        for (int i = 0; each != null && i < MOST_CAUSES; i++) {
            html.append("<h2>")
                    .append(i == 0 ? "Where it happened" : "Caused by " + Html.escape(each.toString()))
                    .append("</h2>\n");
            frames(each.getStackTrace());
            each = each.getCause();
        }
    }

    private void frames(StackTraceElement[] frames) {
        var folded = new ArrayList<StackTraceElement>();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            List<String> lines =
                    excerpts < MOST_EXCERPTS ? sources.lines(frames[i]).orElse(List.of()) : List.of();
            if (frames[i].getLineNumber() > lines.size()) {
                folded.add(frames[i]);
            } else {
                fold(folded);
                excerpt(frames[i], lines);
            }
        }
        fold(folded);
        if (frames.length > MOST_FRAMES) {
            html.append("<p class=\"soft\">… and ")
                    .append(frames.length - MOST_FRAMES)
                    .append(" more</p>\n");
        }
    }

    private void excerpt(StackTraceElement frame, List<String> lines) {
        excerpts++;
        int at = frame.getLineNumber();
        html.append("<h3><code>")
                .append(Html.escape(frame.getClassName() + "." + frame.getMethodName()))
                .append("</code> <span class=\"soft\">")
                .append(Html.escape(frame.getFileName() + ":" + at))
                .append("</span></h3>\n<pre tabindex=\"0\">");
        for (int line = Math.max(1, at - BEFORE); line <= Math.min(lines.size(), at + AFTER); line++) {
            html.append(line == at ? "<span class=\"at\"><b>" : "<span><b>")
                    .append(line)
                    .append("</b>")
                    .append(Html.escape(lines.get(line - 1)))
                    .append("</span>");
        }
        html.append("</pre>\n");
    }

    private void fold(List<StackTraceElement> folded) {
        if (folded.isEmpty()) {
            return;
        }
        html.append("<details><summary>")
                .append(folded.size() == 1 ? "1 frame of a library" : folded.size() + " frames of libraries")
                .append("</summary><ul>\n");
        folded.forEach(
                it -> html.append("<li>").append(Html.escape(it.toString())).append("</li>\n"));
        html.append("</ul></details>\n");
        folded.clear();
    }
}
