#pragma once

#include <memory>
#include <vector>

#include <QAbstractItemModel>

#include "term/Printer.h"
#include "term/TermPath.h"

namespace nodescope::widgets {

/// A term as a tree that opens lazily: parts become rows when somebody opens their container, the first page
/// at once (fetchMore), others as people scroll (showMore), so that a list of a million elements costs what
/// is looked at.
///
/// A pair of a map is one row: its key is the label, its value opens. Lives on the window's thread.
class TermTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Value, KindColumn, ColumnCount };
    enum Role {
        LabelRole = Qt::UserRole + 1, ///< which part it is: a number or a key
    };
    static constexpr int PageSize = 256;

    explicit TermTreeModel(QObject *parent = nullptr);
    ~TermTreeModel() override;

    void setTerm(const term::Term &term);
    /// Texts in the cells are written so.
    void setSyntax(term::Syntax syntax);
    [[nodiscard]] term::TermPath pathOf(const QModelIndex &index) const;
    /// The row of a place; rows up to it are made, as far as Reach. Where it lies beyond, the nearest one
    /// above.
    [[nodiscard]] QModelIndex indexOf(const term::TermPath &path);
    /// Makes the next page of a container that is open.
    void showMore(const QModelIndex &container);
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row;

    /// Rows beyond are not made for a place that somebody clicks in another view.
    static constexpr int Reach = 200'000;

    [[nodiscard]] Row *rowOf(const QModelIndex &index) const;
    void make(Row &container, const QModelIndex &index, int count);
    [[nodiscard]] QString labelOf(const Row &row) const;

    std::unique_ptr<Row> m_root; ///< holds the term as its one row
    term::Syntax m_syntax = term::Syntax::Erlang;
};

} // namespace nodescope::widgets
