package ma.maydan.starter.web;

import ma.maydan.starter.problem.Problems;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tomcat tells nobody its name, and refuses as the applications do. */
@AutoConfiguration
@ConditionalOnClass({Tomcat.class, ConfigurableTomcatWebServerFactory.class})
class TomcatAutoConfiguration {

    /** Browsers name as many languages as their people know, and a head is bounded as a whole. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> anyNumberOfLanguages() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(-1));
    }

    /** After Boot's own, whose page it takes the place of. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsFromTomcat(
            ObjectProvider<Problems> problems, ObjectProvider<AnswerHeaders> headers) {
        return factory -> factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            for (Valve valve : host.getPipeline().getValves()) {
                if (valve instanceof ErrorReportValve) {
                    host.getPipeline().removeValve(valve);
                }
            }
            host.setErrorReportValveClass(ProblemValve.class.getName());
            host.getPipeline()
                    .addValve(new ProblemValve(
                            problems.getIfAvailable(), headers.getIfAvailable(() -> AnswerHeaders.NONE)));
        });
    }
}
