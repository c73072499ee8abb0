package nuages.data.dialect;

/** To come. */
public abstract non-sealed class Postgres implements Dialect {}
