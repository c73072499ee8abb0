package nuages.web.form;

/**
 * How many forms a set has, and what can be done with them. Immutable.
 *
 * @param extra how many empty ones are shown
 * @param min how many must be filled in
 * @param max how many may be
 */
record SetSettings(int extra, int min, int max, boolean deletable, boolean ordered, String prefix) {
    static final SetSettings USUAL = new SetSettings(1, 0, 1000, false, false, "form");

    SetSettings {
        if (extra < 0 || min < 0 || max < min) {
            throw new IllegalArgumentException("a set of " + min + " to " + max + " forms and " + extra
                    + " more cannot be: let none be negative, and the least be no more than the most");
        }
    }

    SetSettings extra(int forms) {
        return new SetSettings(forms, min, max, deletable, ordered, prefix);
    }

    SetSettings between(int least, int most) {
        return new SetSettings(extra, least, most, deletable, ordered, prefix);
    }

    SetSettings asDeletable() {
        return new SetSettings(extra, min, max, true, ordered, prefix);
    }

    SetSettings asOrdered() {
        return new SetSettings(extra, min, max, deletable, true, prefix);
    }

    SetSettings prefix(String beginning) {
        return new SetSettings(extra, min, max, deletable, ordered, beginning);
    }

    /** The prefix of one of the forms. */
    String at(int place) {
        return prefix + "-" + place;
    }

    /** How many forms are shown when that many are filled in. */
    int shown(int filled) {
        return Math.max(filled, Math.min(Math.max(filled + extra, min), max));
    }
}
