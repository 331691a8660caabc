#include "widgets/terms/TermTreeModel.h"

#include <algorithm>

#include "widgets/terms/TermDocument.h"
#include "widgets/terms/TermWords.h"

namespace nodescope::widgets {

using term::Kind;
using term::Term;
using term::TermPath;

namespace {
constexpr qsizetype KeyCharacters = 60;

/// Rows below a container, and which of its parts each shows.
bool hasPairs(const Term &term)
{
    return term.isMap() || term.kind() == Kind::Record;
}
int rowsOf(const Term &term)
{
    return static_cast<int>(term::partCount(term) / (hasPairs(term) ? 2 : 1));
}
qsizetype partOfRow(const Term &term, int row)
{
    return hasPairs(term) ? 2 * qsizetype(row) + 1 : row;
}
} // namespace

struct TermTreeModel::Row
{
    Term value;
    Row *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Row>> rows;
};

TermTreeModel::TermTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Row>())
{
}

TermTreeModel::~TermTreeModel() = default;

void TermTreeModel::setTerm(const Term &term)
{
    beginResetModel();
    m_root = std::make_unique<Row>();
    if (term.isValid()) {
        auto row = std::make_unique<Row>();
        row->value = term;
        row->parent = m_root.get();
        m_root->rows.push_back(std::move(row));
    }
    endResetModel();
}

void TermTreeModel::setSyntax(term::Syntax syntax)
{
    if (syntax == m_syntax)
        return;
    m_syntax = syntax;
    retranslate();
}

void TermTreeModel::retranslate()
{
    Q_EMIT layoutAboutToBeChanged();
    Q_EMIT layoutChanged();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

TermTreeModel::Row *TermTreeModel::rowOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Row *>(index.internalPointer()) : m_root.get();
}

TermPath TermTreeModel::pathOf(const QModelIndex &index) const
{
    TermPath path;
    if (!index.isValid())
        return path;
    for (const Row *row = rowOf(index); row->parent && row->parent != m_root.get(); row = row->parent)
        path.append(partOfRow(row->parent->value, row->row));
    std::reverse(path.begin(), path.end());
    return path;
}

QModelIndex TermTreeModel::indexOf(const TermPath &path)
{
    QModelIndex at = index(0, 0);
    for (qsizetype part : path) {
        Row *row = at.isValid() ? rowOf(at) : nullptr;
        if (!row)
            break;
        const qsizetype wanted = hasPairs(row->value) ? part / 2 : part;
        if (wanted >= rowsOf(row->value) || wanted >= Reach)
            break;
        if (wanted >= qsizetype(row->rows.size()))
            make(*row, at, static_cast<int>(wanted) + 1 + PageSize);
        at = index(static_cast<int>(wanted), 0, at);
    }
    return at;
}

QModelIndex TermTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, rowOf(parent)->rows[static_cast<std::size_t>(row)].get());
}

QModelIndex TermTreeModel::parent(const QModelIndex &index) const
{
    const Row *above = index.isValid() ? rowOf(index)->parent : nullptr;
    return !above || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int TermTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(rowOf(parent)->rows.size());
}

int TermTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool TermTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_root->rows.empty();
    return parent.column() == 0 && term::partCount(rowOf(parent)->value) > 0;
}

bool TermTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return false;
    // The first page only: a tree view asks for more whenever it is laid out.
    const Row *row = rowOf(parent);
    return row->rows.empty() && rowsOf(row->value) > 0;
}

void TermTreeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        make(*rowOf(parent), parent, PageSize);
}

void TermTreeModel::showMore(const QModelIndex &container)
{
    if (!container.isValid())
        return;
    Row *row = rowOf(container);
    make(*row, container, static_cast<int>(row->rows.size()) + PageSize);
}

void TermTreeModel::make(Row &container, const QModelIndex &index, int count)
{
    const auto first = static_cast<int>(container.rows.size());
    const int last = std::min(count, rowsOf(container.value)) - 1;
    if (last < first)
        return;
    beginInsertRows(index.siblingAtColumn(0), first, last);
    for (int i = first; i <= last; ++i) {
        auto row = std::make_unique<Row>();
        row->value = term::partAt(container.value, partOfRow(container.value, i));
        row->parent = &container;
        row->row = i;
        container.rows.push_back(std::move(row));
    }
    endInsertRows();
}

QString TermTreeModel::labelOf(const Row &row) const
{
    if (row.parent == m_root.get())
        return {};
    const Term &above = row.parent->value;
    if (hasPairs(above))
        return summaryOf(term::partAt(above, 2 * qsizetype(row.row)), m_syntax, KeyCharacters);
    if (above.kind() == Kind::List && row.row == above.size())
        return QStringLiteral("|");
    return QString::number(row.row + (m_syntax == term::Syntax::Erlang ? 1 : 0));
}

QVariant TermTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = *rowOf(index);
    if (role == LabelRole)
        return labelOf(row);
    if (role == Qt::AccessibleTextRole && index.column() == Value)
        return QString(labelOf(row) + u' ' + summaryOf(row.value, m_syntax) + u' ' + kindText(row.value));
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Value ? summaryOf(row.value, m_syntax) : kindText(row.value);
}

QVariant TermTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Value ? tr("Value") : tr("Kind");
}

} // namespace nodescope::widgets
