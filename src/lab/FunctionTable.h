#pragma once

#include <functional>
#include <variant>
#include <vector>

#include <QHash>
#include <QString>

#include "base/NodeName.h"
#include "dist/RemoteCall.h"
#include "term/Term.h"

namespace nodescope::lab {

/// A function call that came in.
struct FunctionCall
{
    QString module;
    QString function;
    std::vector<term::Term> arguments;
    base::NodeName caller;

    /// The argument, counted from 0; invalid if there is none.
    [[nodiscard]] term::Term argument(std::size_t index) const;
    /// `{Module, Function, Arguments, []}` in a list: the stack of an error in the call itself.
    [[nodiscard]] term::Term stack() const;
};

/// How a function ended: with a value, or with an exception.
using FunctionResult = std::variant<dist::call_end::Returned, dist::call_end::Raised>;

/// Called once, at once or in a later turn of the loop.
using FunctionReply = std::function<void(const FunctionResult &)>;

[[nodiscard]] FunctionResult returned(const term::Term &value);
/// `erlang:error(Reason)` within the call.
[[nodiscard]] FunctionResult raisedError(const FunctionCall &call, const term::Term &reason);
[[nodiscard]] FunctionResult badArgument(const FunctionCall &call);

/// The functions that a practice node knows, by module, name and arity. What is not in it does not
/// exist, and answers `undef`, as on any node. Nothing is ever evaluated.
///
/// A new function is one line: `table.add("lists", "reverse", 1, …)`; a new module is one file
/// in functions/.
class FunctionTable
{
public:
    using Plain = std::function<FunctionResult(const FunctionCall &)>;
    /// For functions whose answer takes time. The reply may be dropped, but not called twice.
    using Later = std::function<void(const FunctionCall &, const FunctionReply &)>;

    void add(const char *module, const char *function, int arity, const Plain &body);
    void addLater(const char *module, const char *function, int arity, const Later &body);
    [[nodiscard]] bool contains(const QString &module, const QString &function, int arity) const;

    /// Runs it, or replies `undef`. `erlang:apply/3` is looked through.
    void call(const FunctionCall &call, const FunctionReply &reply) const;

private:
    struct Key
    {
        QString module;
        QString function;
        int arity = 0;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.module, key.function, key.arity);
        }
    };

    QHash<Key, Later> m_functions;
};

} // namespace nodescope::lab
