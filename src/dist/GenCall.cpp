#include "dist/GenCall.h"

namespace nodescope::dist {

using term::Term;

std::optional<GenCall> GenCall::parse(const Term &message)
{
    if (!message.isTuple(3) || !message.at(0).isAtom(QLatin1String("$gen_call")) || !message.at(1).isTuple(2))
        return std::nullopt;
    const auto from = message.at(1).at(0).toPid();
    if (!from)
        return std::nullopt;
    return GenCall{*from, message.at(1).at(1), message.at(2)};
}

SendResult GenCall::reply(LocalProcess &server, const Term &reply) const
{
    const Term answer = Term::tuple({tag, reply});
    // `[alias | Ref]`: the caller gave up its alias if it no longer waits; its mailbox stays clean.
    const bool hasAlias = tag.isList() && tag.size() == 1 && tag.at(0).isAtom(QLatin1String("alias"));
    if (const auto alias = hasAlias ? tag.listTail().toReference() : std::nullopt) {
        const SendResult sent = server.send(*alias, answer);
        if (sent != SendResult::Unsupported)
            return sent;
    }
    return server.send(from, answer);
}

} // namespace nodescope::dist
