#include "term/Json.h"

#include "term/detail/JsonMachine.h"

namespace nodescope::term {

QByteArray toJson(const Term &term, const JsonOptions &options)
{
    return detail::JsonMachine(detail::Access::storage(term), options).run(detail::Access::cell(term));
}

} // namespace nodescope::term
