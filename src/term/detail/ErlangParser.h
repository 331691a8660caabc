#pragma once

#include "term/detail/DataParser.h"

namespace nodescope::term::detail {

/// Erlang's syntax of data, as `file:consult/1` reads it, and what we print.
class ErlangParser final : public DataParser
{
public:
    using DataParser::DataParser;

protected:
    void skipBlanks() override;
    [[nodiscard]] bool readValue() override;
    [[nodiscard]] bool readKey(Open &open) override;
    [[nodiscard]] bool allowsTrailingComma() const override { return false; }
    [[nodiscard]] std::optional<Function> readCallHead() override;
    void skipEnd() override;

private:
    [[nodiscard]] bool readWordValue();
    [[nodiscard]] bool readHash();
    [[nodiscard]] bool readString();
    [[nodiscard]] bool readSigil();
    [[nodiscard]] bool readFunction(qsizetype start);
    /// An atom in any quoting; empty, without an error, if none begins here.
    [[nodiscard]] std::optional<QString> readAtom();
};

} // namespace nodescope::term::detail
