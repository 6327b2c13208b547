#include "desk/terms.h"

#include "base/data.h"
#include "desk/phrase.h"
#include "desk/table.h"

static bool occurs(const struct item_list *list, const int *fields, int count,
                   const char *word)
{
    for (size_t i = 0; i < list->count; i++) {
        for (int j = 0; j < count; j++) {
            if (phrase_has_word(list->items[i]->text[fields[j]], word)) {
                return true;
            }
        }
    }
    return false;
}

static bool used(const struct programme *programme, const char *word)
{
    static const int of_action[] = {ACTION_TEXT, ACTION_TITLE, ACTION_PARTNERS,
                                    ACTION_FUNDING};
    static const int of_goal[] = {GOAL_TITLE};
    static const int of_ambition[] = {AMBITION_TITLE};
    static const int of_meeting[] = {MEETING_BODY, MEETING_AGENDA};
    static const int of_rung[] = {RUNG_NAME};

    return occurs(&programme->lists[ITEM_ACTION], of_action, 4, word) ||
           occurs(&programme->lists[ITEM_GOAL], of_goal, 1, word) ||
           occurs(&programme->lists[ITEM_AMBITION], of_ambition, 1, word) ||
           occurs(&programme->lists[ITEM_MEETING], of_meeting, 2, word) ||
           occurs(&programme->lists[ITEM_RUNG], of_rung, 1, word);
}

void terms_find(struct programme *programme)
{
    struct table table;
    size_t length = 0;
    const char *text = data_file("afkortingen.csv", &length);

    if (text == NULL || !table_read(&table, &programme->arena, text, length, ';')) {
        return;
    }
    for (size_t i = 1; i < table.count; i++) {
        const char *name = table_cell(&table.rows[i], ABBREVIATION_NAME);
        if (programme_find(programme, ITEM_ABBREVIATION, ABBREVIATION_NAME, name) == NULL &&
            used(programme, name)) {
            struct item *item = programme_add(programme, ITEM_ABBREVIATION, "", 0);
            item_derive(item, ABBREVIATION_NAME, name);
            item_derive(item, ABBREVIATION_MEANING,
                        table_cell(&table.rows[i], ABBREVIATION_MEANING));
        }
    }
}
