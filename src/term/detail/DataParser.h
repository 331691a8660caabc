#pragma once

#include <vector>

#include "term/Parser.h"
#include "term/TermBuilder.h"
#include "term/detail/NumberText.h"
#include "term/detail/QuotedText.h"
#include "term/detail/TextCursor.h"

namespace nodescope::term::detail {

/// What both syntaxes share: containers, which are kept on a stack of our own, numbers and binaries. The
/// values themselves are read by a subclass for each language.
class DataParser
{
public:
    DataParser(QStringView text, const ParseOptions &options);
    virtual ~DataParser() = default;
    DataParser(const DataParser &) = delete;
    DataParser &operator=(const DataParser &) = delete;

    [[nodiscard]] base::Result<Term, ParseError> run();
    [[nodiscard]] base::Result<Expression, ParseError> runExpression();

protected:
    using Code = ParseError::Code;
    /// Arguments are a list in round brackets.
    enum class Shape : quint8 { List, Tail, Tuple, MapKey, MapValue, Record, Arguments };
    struct Function
    {
        QString module;
        QString name;
    };
    struct Open
    {
        Shape shape;
        qsizetype start;        ///< where it was opened
        qsizetype count = 0;    ///< whole elements, or pairs of a map or record
        qsizetype keywords = 0; ///< of these, pairs written as `key: value`
        QStringView closing;
        bool keyRead = false; ///< a `key:` waits for its value
        bool fresh = true;    ///< nothing read yet
    };

    /// Skips blanks and comments.
    virtual void skipBlanks() = 0;
    /// Pushes one value, or opens a container.
    [[nodiscard]] virtual bool readValue() = 0;
    /// Reads what stands before a value within the innermost container: a key with its mark.
    [[nodiscard]] virtual bool readKey(Open &open) = 0;
    /// Whether a comma may stand before a closing bracket.
    [[nodiscard]] virtual bool allowsTrailingComma() const = 0;
    /// Reads `module:function(`, from its first to behind its last character. Empty: no call begins here, and
    /// where the cursor stands then does not matter.
    [[nodiscard]] virtual std::optional<Function> readCallHead() = 0;
    /// What may follow the whole term.
    virtual void skipEnd() {}

    void open(Shape shape, qsizetype start, QStringView closing);
    [[nodiscard]] Open *innermost() { return m_stack.empty() ? nullptr : &m_stack.back(); }
    [[nodiscard]] bool readNumberValue();
    [[nodiscard]] bool readSegments();
    /// Reads behind `#Pid<` and the like.
    [[nodiscard]] bool readIdentifier();
    [[nodiscard]] bool isAtIdentifier() const;
    [[nodiscard]] bool pushAtom(const QString &text, qsizetype start);
    /// Reads `()` behind the word `self`, where it stands for a process.
    [[nodiscard]] bool takeSelf(QStringView word);
    [[nodiscard]] bool pushFunction(const QString &module, const QString &function, qsizetype start);

    TextCursor m_cursor;
    TermBuilder m_builder;
    ParseOptions m_options;

private:
    [[nodiscard]] base::Result<Term, ParseError> readWhole();
    [[nodiscard]] bool readTerm();
    [[nodiscard]] bool expectValue();
    [[nodiscard]] bool afterValue();
    [[nodiscard]] bool afterComma(Open &open);
    [[nodiscard]] bool close();
    [[nodiscard]] bool build(const Open &open);
    [[nodiscard]] bool buildRecord(const Open &open);
    [[nodiscard]] bool pushIdentifier(QStringView name, const QString &node, std::span<const quint64> numbers,
                                      qsizetype start);

    std::vector<Open> m_stack;
    bool m_valueExpected = true;
};

} // namespace nodescope::term::detail
