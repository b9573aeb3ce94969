package ma.maydan.events;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import ma.maydan.starter.MaydanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Events, workshops and trainings, and who comes to them. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Maydan events", version = "1"))
public class EventsApplication {

    public static void main(String[] args) {
        MaydanApplication.run(EventsApplication.class, args);
    }
}
