#pragma once

#include "term/detail/DataParser.h"

namespace nodescope::term::detail {

/// Elixir's syntax of data.
class ElixirParser final : public DataParser
{
public:
    using DataParser::DataParser;

protected:
    void skipBlanks() override;
    [[nodiscard]] bool readValue() override;
    [[nodiscard]] bool readKey(Open &open) override;
    [[nodiscard]] bool allowsTrailingComma() const override { return true; }
    [[nodiscard]] std::optional<Function> readCallHead() override;

private:
    [[nodiscard]] bool readTextValue();
    [[nodiscard]] bool readColon();
    [[nodiscard]] bool readWordValue();
    [[nodiscard]] bool readPercent();
    [[nodiscard]] bool readSigil();
    [[nodiscard]] bool readCapture();
    [[nodiscard]] bool readKeyMark(Open &open, const QString &key, qsizetype start);
    /// An operator before `: `.
    [[nodiscard]] std::optional<QString> readOperatorKey();
    /// The text of `:atom`, from behind the colon.
    [[nodiscard]] std::optional<QString> readAtomText();
    /// `Mod.fun` or `:mod.fun`.
    [[nodiscard]] std::optional<Function> readFunctionName();
    /// Segments of upper-case words, as the atom that they mean.
    [[nodiscard]] QString readAlias();
    /// A word that may end in `?` or `!`.
    [[nodiscard]] QString readWord();
};

} // namespace nodescope::term::detail
