using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Graph.Core;

namespace Graph.Host;

/// <summary>A client has as many operations running as it may.</summary>
internal sealed class TooManyOperationsException(long limit, long actual)
    : LimitExceededException("Operations of one client at once", limit, actual, "Wait for the answers before asking more.");

/// <summary>How many operations each client has running: no one takes them all.</summary>
internal sealed class ClientTurns(int limit)
{
    private readonly int _limit = limit;

    // Whoever holds an IPv6 address holds its network of 64 bits.
    private const int NetworkBytes = 8;

    private readonly ConcurrentDictionary<IPAddress, int> _running = new();

    /// <summary>Takes a turn, given back by disposing it.</summary>
    public Turn Take(IPAddress? address)
    {
        var client = Client(address ?? IPAddress.None);
        return new Turn(this, client, _running.AddOrUpdate(client, 1, (_, now) => now + 1));
    }

    private static IPAddress Client(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } =>
            new IPAddress([.. address.GetAddressBytes().AsSpan(0, NetworkBytes), .. new byte[NetworkBytes]]),
        _ => address,
    };

    private void GiveBack(IPAddress client)
    {
        if (_running.AddOrUpdate(client, 0, (_, now) => now - 1) == 0)
            _running.TryRemove(new KeyValuePair<IPAddress, int>(client, 0));
    }

    public readonly struct Turn(ClientTurns turns, IPAddress client, int running) : IDisposable
    {
        /// <summary>Throws <see cref="TooManyOperationsException"/> when the client has more than it may.</summary>
        public void Check()
        {
            if (running > turns._limit)
                throw new TooManyOperationsException(turns._limit, running);
        }

        public void Dispose() => turns.GiveBack(client);
    }
}
