import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Neo4j over the home folder that is named, until it is ended. */
class Server {
    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        new DatabaseManagementServiceBuilder(home)
                .loadPropertiesFromFile(home.resolve("conf/neo4j.conf"))
                .build();
    }
}
