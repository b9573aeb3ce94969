package ma.maydan.starter.document;

/** The colors of documents, the portal's own. */
enum Color {
    INK("0.086 0.129 0.227"),
    SOFT("0.302 0.353 0.463"),
    BLUE("0.122 0.247 0.478"),
    GREEN("0.043 0.431 0.310"),
    LINE("0.867 0.890 0.925"),
    BLACK("0 0 0"),
    WHITE("1 1 1");

    private final String operands;

    Color(String operands) {
        this.operands = operands;
    }

    /** Red, green and blue, as a page's content names them. */
    String operands() {
        return operands;
    }
}
