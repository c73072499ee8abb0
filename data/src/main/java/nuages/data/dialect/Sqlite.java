package nuages.data.dialect;

/** To come. */
public abstract non-sealed class Sqlite implements Dialect {}
