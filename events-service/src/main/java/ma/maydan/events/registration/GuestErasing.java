package ma.maydan.events.registration;

import java.util.List;
import ma.maydan.starter.personal.PersonalData;
import ma.maydan.starter.schedule.WorkHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Erases somebody without an account who asks for it after an event, like somebody with one: what they had counts as
 * before.
 */
@Configuration(proxyBeanMethods = false)
class GuestErasing {

    static final String WORK = "guest.erase";

    @Bean
    WorkHandler eraseGuests(List<PersonalData> held) {
        return WorkHandler.of(WORK, guest -> held.forEach(data -> data.erase(guest)));
    }
}
