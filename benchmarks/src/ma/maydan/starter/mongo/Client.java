package ma.maydan.starter.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.event.CommandListener;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The services' own client: their codecs, their write concern. */
public final class Client {

    private Client() {}

    public static MongoClient of(String uri) {
        return new MongoAutoConfiguration()
                .mongoClient(
                        uri + (uri.contains("?") ? "&" : "/?") + "socketTimeoutMS=300000",
                        "",
                        new StaticListableBeanFactory().getBeanProvider(CommandListener.class));
    }
}
