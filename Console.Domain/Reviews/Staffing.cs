namespace GovAccountConsole.Domain.Reviews;

/// <summary>Who could decide the steps of a plan, counted: nobody decides twice, so a step may be empty although somebody holds its role.</summary>
public static class Staffing
{
    /// <summary>
    /// The steps (by position) that cannot be filled when every person decides once at most. Steps are filled in order; a person moves to another step
    /// where that helps (a maximum matching, so no shortage is named that an exchange would mend).
    /// </summary>
    /// <param name="needed">How many people each step needs.</param>
    /// <param name="candidates">Who may decide each step.</param>
    public static IReadOnlyList<int> Shortages(IReadOnlyList<int> needed, IReadOnlyList<IReadOnlyCollection<Guid>> candidates)
    {
        var places = needed.SelectMany((count, step) => Enumerable.Repeat(step, count)).ToArray();
        var holder = new Dictionary<Guid, int>();
        var empty = new SortedSet<int>();
        for (var place = 0; place < places.Length; place++)
        {
            if (!Fill(place, []))
            {
                empty.Add(places[place]);
            }
        }

        return [.. empty];

        bool Fill(int place, HashSet<Guid> asked)
        {
            foreach (var person in candidates[places[place]])
            {
                if (asked.Add(person) && (!holder.TryGetValue(person, out var other) || Fill(other, asked)))
                {
                    holder[person] = place;
                    return true;
                }
            }

            return false;
        }
    }
}
