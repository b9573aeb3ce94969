package ma.maydan.events.question;

import java.util.Set;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes a file that no answer names: one that was replaced, or whose sender went no further. */
@Configuration(proxyBeanMethods = false)
class AnswerFileLook {

    @Bean
    WorkHandler lookAtAnswerFiles(AnswerFileStore files, AnswerStore answers) {
        return WorkHandler.of(AnswerFileStore.LOOK, id -> {
            var file = files.findAll(Set.of(id)).get(id);
            if (file != null && !answers.names(file)) {
                files.delete(file);
            }
        });
    }
}
