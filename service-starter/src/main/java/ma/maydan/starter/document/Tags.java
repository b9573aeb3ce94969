package ma.maydan.starter.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** What the marks of the pages are, in reading order, for those to whom the document is read (ISO 32000-2, 14.7). */
final class Tags {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);

    /** For each page the elements of its marks, by the marks' numbers. */
    private final List<COSArray> pages = new ArrayList<>();

    Tags() {
        root.appendKid(document);
    }

    void page(PDPage page) {
        page.setStructParents(pages.size());
        pages.add(new COSArray());
    }

    /** An element of the document itself. */
    PDStructureElement element(String type) {
        return element(type, document);
    }

    PDStructureElement element(String type, PDStructureNode parent) {
        var element = new PDStructureElement(type, parent);
        if (parent instanceof PDStructureElement whole) {
            whole.appendKid(element);
        }
        return element;
    }

    /** The number of a new mark on the last page, which belongs to the element. */
    int mark(PDStructureElement element, PDPage page) {
        var marks = pages.getLast();
        var number = marks.size();
        marks.add(element.getCOSObject());
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(number);
        element.appendKid(reference);
        return number;
    }

    void in(PDDocument file) {
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        var numbers = new COSArray();
        for (var page = 0; page < pages.size(); page++) {
            numbers.add(COSInteger.get(page));
            numbers.add(pages.get(page));
        }
        tree.getCOSObject().setItem("Nums", numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(pages.size());
        file.getDocumentCatalog().setStructureTreeRoot(root);
    }
}
