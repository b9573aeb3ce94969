package ma.maydan.incubators;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import ma.maydan.starter.MaydanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The register of organizations and their programs. */
@SpringBootApplication
@OpenAPIDefinition(info = @Info(title = "Maydan register and programs", version = "1"))
public class IncubatorsApplication {

    public static void main(String[] args) {
        MaydanApplication.run(IncubatorsApplication.class, args);
    }
}
