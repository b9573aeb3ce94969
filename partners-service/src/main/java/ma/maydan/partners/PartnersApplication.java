package ma.maydan.partners;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import ma.maydan.starter.MaydanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Partnerships and partner systems. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Maydan partnerships", version = "1"))
public class PartnersApplication {

    public static void main(String[] args) {
        MaydanApplication.run(PartnersApplication.class, args);
    }
}
