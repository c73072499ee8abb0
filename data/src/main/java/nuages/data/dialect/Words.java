package nuages.data.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words and what they mean, looked up in the middle of a text without copying it and in upper or lower case. Immutable.
 *
 * @param <M> what a word means
 */
final class Words<M> {
    private final String[] words;
    private final @Nullable Object[] meanings;

    /** Meanings by the words that have them; the words stand in one text, with spaces between them. */
    Words(Map<M, String> lists) {
        int count = 0;
        for (String list : lists.values()) {
            count += list.split("\\s+").length;
        }
        int slots = Integer.highestOneBit(count * 4);
        words = new String[slots];
        meanings = new Object[slots];
        Arrays.fill(words, "");
        lists.forEach((meaning, list) -> {
            for (String word : list.strip().split("\\s+")) {
                put(word.toLowerCase(Locale.ROOT), meaning);
            }
        });
    }

    private void put(String word, M meaning) {
        int slot = hash(word, 0, word.length());
        while (!words[slot].isEmpty()) {
            if (words[slot].equals(word)) {
                if (meaning.equals(meanings[slot])) {
                    return;
                }
                throw new IllegalArgumentException("the word " + word + " has two meanings: take one away");
            }
            slot = slot + 1 & words.length - 1;
        }
        words[slot] = word;
        meanings[slot] = meaning;
    }

    /** What the word between two places of a text means; null if it means nothing here. */
    @SuppressWarnings("unchecked")
    @Nullable
    M meaning(String text, int start, int end) {
        int slot = hash(text, start, end);
        while (!words[slot].isEmpty()) {
            String word = words[slot];
            if (word.length() == end - start && text.regionMatches(true, start, word, 0, word.length())) {
                return (M) meanings[slot];
            }
            slot = slot + 1 & words.length - 1;
        }
        return null;
    }

    private int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + (text.charAt(i) | 0x20);
        }
        return (hash ^ hash >>> 15) & words.length - 1;
    }
}
