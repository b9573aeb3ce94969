package ma.maydan.starter.document;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import ma.maydan.starter.document.Block.Code;
import ma.maydan.starter.document.Block.Fact;
import ma.maydan.starter.document.Block.Facts;
import ma.maydan.starter.document.Block.Heading;
import ma.maydan.starter.document.Block.Paragraph;

/** Documents as the services make them, one in each language. */
final class Samples {

    static final Instant AT = Instant.parse("2026-11-29T10:15:30Z");
    static final String ADDRESS = "https://maydan.example/organizations/0190b0b2-1111-7222-8333-444455556666";

    private Samples() {}

    static Document of(String language) {
        return switch (language) {
            case "ar" -> arabic();
            case "fr" -> french();
            default -> english();
        };
    }

    static Document arabic() {
        return new Document(
                "وصل إيداع طلب التحقق",
                Locale.of("ar", "MA"),
                AT,
                List.of(
                        new Paragraph(
                                "تُثبت هذه الوثيقة أنّ مُحَمَّدًا أودع الملف (نسخة 2) يوم 29 نونبر 2026 على الساعة 10:15، "
                                        + "وأن مدة الدراسة 60 يومًا؛ لا إله إلا الله، والأمر كذلك لباقي الملفات."),
                        new Heading("المنظمة"),
                        new Facts(List.of(
                                new Fact("الاسم القانوني", "شركة أطلس للتكنولوجيا (ش.م.م)"),
                                new Fact("الاسم بالفرنسية", "Société Atlas (DEMO) S.A.R.L."),
                                new Fact("المعرف الموحد للمقاولة", "001500000000002"),
                                new Fact("رقم الوصل", "MD-2026-000123"),
                                new Fact("النسبة", "12,5 % من 1 200 درهم"))),
                        new Code(ADDRESS, "الصفحة العمومية للمنظمة في ميدان")));
    }

    static Document french() {
        return new Document(
                "Récépissé de dépôt",
                Locale.of("fr", "MA"),
                AT,
                List.of(
                        new Paragraph(
                                "Ce document atteste du dépôt du dossier (version 2) le 29 novembre 2026 à 10:15."),
                        new Heading("L’organisation"),
                        new Facts(List.of(
                                new Fact("Dénomination", "Société Atlas « Œuvre » S.A.R.L."),
                                new Fact("En arabe", "شركة أطلس (DEMO) للتكنولوجيا"),
                                new Fact("ICE", "001500000000002"))),
                        new Code(ADDRESS, "La page publique de l’organisation")));
    }

    static Document english() {
        return new Document(
                "Receipt of a submission",
                Locale.ENGLISH,
                AT,
                List.of(
                        new Paragraph(
                                "This document says that the file (version 2) was submitted on 29 November 2026."),
                        new Heading("The organization"),
                        new Facts(List.of(
                                new Fact("Legal name", "Atlas & Sons <Ltd>"),
                                new Fact("In Arabic", "شركة أطلس"),
                                new Fact("ICE", "001500000000002"))),
                        new Code(ADDRESS, "The organization's public page")));
    }
}
