package ma.maydan.gateway;

import ma.maydan.starter.MaydanApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] args) {
        MaydanApplication.run(GatewayApplication.class, args);
    }
}
