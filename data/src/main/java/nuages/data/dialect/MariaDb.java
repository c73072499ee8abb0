package nuages.data.dialect;

/** To come. */
public abstract non-sealed class MariaDb implements Dialect {}
