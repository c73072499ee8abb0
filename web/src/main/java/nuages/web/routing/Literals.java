package nuages.web.routing;

import org.jspecify.annotations.Nullable;

/**
 * The literal segments below a node, found by a part of a path without cutting it out: a hash table with open addressing,
 * never more than half full.
 */
final class Literals {
    private @Nullable String[] names = new String[4];
    private @Nullable Node[] nodes = new Node[4];
    private int size;

    /** The node of that segment, made if there is none. */
    Node at(String name) {
        Node found = find(name, 0, name.length());
        if (found != null) {
            return found;
        }
        if (2 * (size + 1) > names.length) {
            grow();
        }
        Node node = new Node();
        put(name, node);
        size++;
        return node;
    }

    @Nullable
    Node find(String path, int from, int to) {
        int mask = names.length - 1;
        for (int i = hash(path, from, to) & mask; ; i = (i + 1) & mask) {
            String name = names[i];
            if (name == null) {
                return null;
            }
            if (name.length() == to - from && path.startsWith(name, from)) {
                return nodes[i];
            }
        }
    }

    private void put(String name, @Nullable Node node) {
        int mask = names.length - 1;
        int i = hash(name, 0, name.length()) & mask;
        while (names[i] != null) {
            i = (i + 1) & mask;
        }
        names[i] = name;
        nodes[i] = node;
    }

    private void grow() {
        @Nullable String[] oldNames = names;
        @Nullable Node[] oldNodes = nodes;
        names = new String[2 * oldNames.length];
        nodes = new Node[2 * oldNames.length];
        for (int i = 0; i < oldNames.length; i++) {
            String name = oldNames[i];
            if (name != null) {
                put(name, oldNodes[i]);
            }
        }
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash ^ (hash >>> 16);
    }
}
