package nuages.data.ddl;

import java.util.List;
import nuages.data.schema.Table;

/** What a database knows of its own tables. */
sealed interface Catalog permits PostgresCatalog, MariaDbCatalog, SqliteCatalog {
    List<Table> tables();

    List<String> views();

    /** The columns of views, as if these were tables: their names and types. */
    List<Table> viewed();
}
