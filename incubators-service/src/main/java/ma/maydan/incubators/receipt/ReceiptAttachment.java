package ma.maydan.incubators.receipt;

import java.util.Locale;
import java.util.Optional;
import ma.maydan.incubators.organization.OrganizationService;
import ma.maydan.starter.document.Pdf;
import ma.maydan.starter.notice.Attachments;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Who submits an organization gets the receipt with the mail that says so. */
@Component
class ReceiptAttachment implements Attachments {

    private final OrganizationService organizations;
    private final String portal;

    ReceiptAttachment(OrganizationService organizations, @Value("${maydan.portal-uri}") String portal) {
        this.organizations = organizations;
        this.portal = portal;
    }

    @Override
    public String kind() {
        return "organization.submitted";
    }

    @Override
    public Optional<Attachment> of(String organizationId, Locale language) {
        return organizations
                .find(organizationId)
                .flatMap(Receipt::of)
                .map(receipt -> new Attachment(
                        receipt.number() + ".pdf",
                        MediaType.APPLICATION_PDF_VALUE,
                        Pdf.of(receipt.in(language, portal))));
    }
}
