package ma.maydan.incubators.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import ma.maydan.incubators.casefile.EvidenceItem;
import ma.maydan.incubators.casefile.Inquiry;
import ma.maydan.starter.text.Given;
import ma.maydan.starter.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What an organization is asked for: the exact items. */
record InquiryRequest(
        @NotEmpty @Size(max = Inquiry.MOST_ITEMS) @Valid List<@NotNull InfoQuestion> items) {

    /** @param evidence the item of the check list that is to be given anew */
    record InfoQuestion(
            @Given(max = 500, lines = true) LocalizedText question,
            @Nullable EvidenceItem evidence) {}

    List<Inquiry.InfoItem> asked() {
        return items.stream()
                .map(item -> new Inquiry.InfoItem(item.question, item.evidence, null, null))
                .toList();
    }
}
