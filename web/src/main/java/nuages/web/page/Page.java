package nuages.web.page;

import java.util.ArrayList;
import java.util.List;
import nuages.data.model.KeyedModel;
import nuages.data.model.QuerySet;
import nuages.web.http.NotFound;
import nuages.web.http.Request;

/**
 * One of the numbered pages of a list. Immutable.
 *
 * <p>To know how many there are the rows are counted, and to reach a late page the database passes over all before it: for
 * lists of many thousand rows {@link KeyPage} is quicker, and does not repeat a row when others are added meanwhile.
 *
 * @param items what is on it, in order
 * @param number its number, from 1 on
 * @param size how many items a page has, but for the last one
 * @param total how many items there are on all pages
 */
public record Page<T>(List<T> items, long number, int size, long total) {
    /** The query parameter that says which page is wanted. */
    public static final String PARAMETER = "page";

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
        if (number < 1 || size < 1 || total < 0) {
            throw new IllegalArgumentException("page " + number + " of " + total + " items, " + size
                    + " a page: pages and their sizes begin with 1");
        }
    }

    /**
     * The page of a queryset that a request asks for with {@code ?page=}: a number, or {@code last}; without it the first.
     * Two queries.
     *
     * @throws NotFound if there is no such page; the first one is always there, even if nothing is on it
     */
    public static <M extends KeyedModel<?>> Page<M> of(QuerySet<M> rows, Request request, int size) {
        long total = rows.count();
        long number = number(request, pages(total, size));
        long skipped = (number - 1) * size;
        long left = Math.max(0, Math.min(size, total - skipped)); // rows with a limit of their own have no more
        return new Page<>(rows.offset(skipped).limit(left).list(), number, size, total);
    }

    /**
     * The page of a list that a request asks for with {@code ?page=}.
     *
     * @throws NotFound if there is no such page
     */
    public static <T> Page<T> of(List<T> all, Request request, int size) {
        int number = (int) number(request, pages(all.size(), size));
        int from = (number - 1) * size;
        return new Page<>(all.subList(from, Math.min(all.size(), from + size)), number, size, all.size());
    }

    private static long number(Request request, long last) {
        String sent = request.query(PARAMETER).orElse("1");
        long number = sent.equals("last") ? last : parsed(sent);
        if (number < 1 || number > last) {
            throw new NotFound("there is no page " + number + ": the last one is " + last);
        }
        return number;
    }

    private static long parsed(String sent) {
        try {
            return Long.parseLong(sent);
        } catch (NumberFormatException e) {
            throw new NotFound("the page is a number or \"last\"");
        }
    }

    private static long pages(long total, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("pages of " + size + " items: a page has at least one");
        }
        return Math.max(1, (total + size - 1) / size);
    }

    /** How many pages there are; at least one. */
    public long pages() {
        return pages(total, size);
    }

    /** Whether there is a page after this one. */
    public boolean hasNext() {
        return number < pages();
    }

    /** Whether there is a page before this one. */
    public boolean hasPrevious() {
        return number > 1;
    }

    /** Whether there is more than this page. */
    public boolean hasOthers() {
        return pages() > 1;
    }

    /** The number of the next page. */
    public long next() {
        return number + 1;
    }

    /** The number of the page before. */
    public long previous() {
        return number - 1;
    }

    /** The number of its first item among all, from 1 on; 0 if there is none. */
    public long firstItem() {
        return total == 0 ? 0 : (number - 1) * size + 1;
    }

    /** The number of its last item among all. */
    public long lastItem() {
        return Math.min(number * size, total);
    }

    /** Numbers to link to: the first and last two, three on either side of this one, and 0 where some are left out. */
    public List<Long> links() {
        return links(3, 2);
    }

    /** Numbers to link to: so many on either side of this one and at both ends, and 0 where some are left out. */
    public List<Long> links(int around, int ends) {
        var links = new ArrayList<Long>();
        long last = pages();
        for (long page = 1; page <= last; page++) {
            boolean near = Math.abs(page - number) <= around;
            if (near || page <= ends || page > last - ends) {
                links.add(page);
            } else {
                links.add(0L);
                page = page < number ? Math.max(page, number - around - 1) : Math.max(page, last - ends);
            }
        }
        return List.copyOf(links);
    }
}
